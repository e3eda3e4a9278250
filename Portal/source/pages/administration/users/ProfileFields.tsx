import { TextField } from "../../../components/Field.tsx";
import { useText } from "../../../language/text.ts";

/** What is known of a user beside the name for signing in. */
export interface UserProfile {
  realname: string;
  email: string;
  comment: string;
}

/** The fields of a user's profile. */
export function ProfileFields<Value extends UserProfile>({ value, onChange }: {
  value: Value;
  onChange: (value: Value) => void;
}) {
  const { users: text } = useText();
  return (
    <>
      <TextField
        label={text.fullName}
        isOptional
        maxLength={255}
        value={value.realname}
        onChange={(event) => onChange({ ...value, realname: event.target.value })}
      />
      <TextField
        label={text.email}
        type="email"
        required
        value={value.email}
        onChange={(event) => onChange({ ...value, email: event.target.value })}
      />
      <TextField
        label={text.comment}
        hint={text.commentHint}
        isOptional
        maxLength={30}
        value={value.comment}
        onChange={(event) => onChange({ ...value, comment: event.target.value })}
      />
    </>
  );
}
