/** What the probe signs with, and the app that it asks about. */
export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  region: string;
  /** Empty for the region's own. */
  endpoint: string;
  /** Digits. */
  appId: string;
}
