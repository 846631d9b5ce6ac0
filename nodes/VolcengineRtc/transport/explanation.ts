/** Words for people, in the two parts that n8n shows of an error. */
export interface Explanation {
  /** What happened, in whole sentences. */
  message: string;
  /** How to solve it, and what helps to; left out where nothing is known. */
  description?: string;
}

/** Both parts as one text, for an item, which has no description. */
export function inOneText({ message, description }: Explanation): string {
  return description === undefined ? message : joined(message, description);
}

/** Two texts as one; n8n and Volcengine often leave out the full stop. */
export function joined(text: string, next: string): string {
  return /[.!?。！？]$/.test(text) ? `${text} ${next}` : `${text}. ${next}`;
}

/** An error with both parts. */
export class ExplainedError extends Error {
  readonly description?: string;

  constructor({ message, description }: Explanation) {
    super(message);
    if (description !== undefined) this.description = description;
  }
}
