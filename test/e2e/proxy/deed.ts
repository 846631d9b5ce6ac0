/** How a proxy ends a connection: in an orderly way (FIN), or by a reset (RST). */
export type Ending = 'close' | 'reset';

/** What a proxy does with a request, in place of passing it on and its answer back. */
export type Deed =
  /** Ends the connection unanswered. */
  | { hangUp: Ending }
  /** Answers in its own name. */
  | { answer: Page }
  /** Opens the tunnel, and ends it when the client's first message of the TLS handshake is there. */
  | { breakHandshake: Ending }
  /** Passes the request on, and ends the connection in place of the answer, which has come. */
  | { loseAnswer: Ending }
  /** Passes it on after so long. */
  | { delayMs: number };

/** A page of a proxy's own. */
export interface Page {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Sends the body so long after the head, as where a page does not fit one packet. */
  bodyAfterMs?: number;
}

/** A request that a proxy has seen. */
export interface Seen {
  /** Counted from 1. */
  number: number;
  /** `CONNECT` for a tunnel. */
  method: string;
  /** Host and port of a tunnel, else the whole URL. */
  target: string;
}

/** What a proxy does with each request; undefined for passing it on. */
export type Script = (seen: Seen) => Deed | undefined;
