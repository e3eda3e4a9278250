import { ReactNode, useState } from "react";
import { Change } from "../platform/useChange.ts";
import { useText } from "../language/text.ts";
import { FormDialog } from "./Dialog.tsx";
import { TextField } from "./Field.tsx";

/** Asks once before something is destroyed, and says what it will remove. */
export function ConfirmDialog({ title, submit, change, typed, onClose, children }: {
  title: string;
  /** What the button says: the verb and, where it helps, the name. */
  submit: string;
  change: Change<[]>;
  /** A word that has to be typed, for what can't be undone and is large. */
  typed?: string;
  onClose: () => void;
  /** What is removed, in numbers, and whether it can be undone. */
  children: ReactNode;
}) {
  const [word, setWord] = useState("");
  const { common } = useText();
  return (
    <FormDialog
      title={title}
      submit={submit}
      kind="danger"
      change={change}
      canSubmit={!typed || word === typed}
      onClose={onClose}
    >
      {children}
      {typed && (
        <TextField
          label={common.confirmByTyping(typed)}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
