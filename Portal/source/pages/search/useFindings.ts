import { useEffect, useRef, useState } from "react";
import { API, Connection } from "../../platform/connection.ts";
import { RequestFailure } from "../../platform/failure.ts";
import { useResources } from "../../platform/useResource.ts";
import { Finding, Question, questionsFor } from "./findings.ts";
import { readTypedText } from "./typedText.ts";

/** What was found for what is typed. */
export interface Findings {
  found: Finding[];
  failure: RequestFailure | null;
  /** Whether `found` is for what is typed now, and not still for what was typed before. */
  isCurrent: boolean;
}

/** Milliseconds without typing after which the registry is asked. */
const pause = 120;
/** How many of each kind are shown. */
const size = 6;

/** Finds what is being typed: after a short pause, and what was found before stays until then. */
export function useFindings(typed: string): Findings {
  const { connection } = useResources();
  const [state, setState] = useState<{ typed: string; found: Finding[]; failure: RequestFailure | null }>(
    { typed: "", found: [], failure: null },
  );
  const answers = useRef(new Map<string, Finding[]>());
  useEffect(() => {
    const questions = questionsFor(readTypedText(typed), size);
    if (questions.length === 0) {
      setState({ typed, found: [], failure: null });
      return;
    }
    const abort = new AbortController();
    const search = async () => {
      try {
        const found = await Promise.all(questions.map((question) => ask(connection, question, answers.current, abort)));
        setState({ typed, found: found.flat(), failure: null });
      } catch (error) {
        if (!abort.signal.aborted && error instanceof RequestFailure) setState({ typed, found: [], failure: error });
      }
    };
    const timer = setTimeout(search, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [typed, connection]);
  return { found: state.found, failure: state.failure, isCurrent: state.typed === typed };
}

async function ask(
  connection: Connection,
  question: Question,
  answers: Map<string, Finding[]>,
  abort: AbortController,
): Promise<Finding[]> {
  const known = answers.get(question.path);
  if (known) return known;
  try {
    const response = await connection.send(API + question.path, { signal: abort.signal });
    const found = question.read(await response.json());
    answers.set(question.path, found);
    return found;
  } catch (error) {
    // A repository that isn't there, or that isn't for the user, has no tags to find.
    if (error instanceof RequestFailure && [401, 403, 404].includes(error.status)) return [];
    throw error;
  }
}
