/** An error answer to a whole request, before it is rendered as an envelope. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly message: string,
    /** Numeric code; the gateway has one for its own errors, the IM business errors have none. */
    readonly codeN?: number,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** Whether a step ended in an error answer. */
export function isRefusal(value: unknown): value is Refusal {
  return value instanceof Refusal;
}
