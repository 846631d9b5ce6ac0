/** What the rows of a request share. */
export interface Group {
  /** Integer in digits. */
  appId: string;
  /** The members, without the braces around them; rows with the same text may share a request. */
  json: string;
}

/** An item on its way to the service. */
export interface Entry {
  itemIndex: number;
  group: Group;
  /** Integer in digits; undefined where the item is a request of its own. */
  userId?: string;
  /** Its row of the request. */
  json?: string;
  /** Its row of the request that follows where the service has the user already; undefined where it gives nothing. */
  followUp?: string;
}
