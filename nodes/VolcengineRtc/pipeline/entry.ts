/** What the rows of a request share. */
export interface Group {
  /** Integer in digits. */
  appId: string;
  /** The members, without the braces around them; rows with the same text may share a request. */
  json: string;
}

/** A user on its way to the service. */
export interface Entry {
  itemIndex: number;
  group: Group;
  /** Integer in digits. */
  userId: string;
  /** The user as a row of the request. */
  json: string;
}
