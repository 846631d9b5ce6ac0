import type { Page } from 'playwright-core';

/** A picture, and how long it stays. */
export interface Frame {
  /** A PNG. */
  picture: Buffer;
  ms: number;
}

/** A film whose pictures stay as long as they are told to: it is the same on a slow machine. */
export class Film {
  readonly frames: Frame[] = [];

  constructor(private readonly page: Page) {}

  /** Shows the page as it is now. A picture that is like the last one makes that stay longer. */
  async show(ms: number): Promise<void> {
    const picture = await this.page.screenshot({ animations: 'disabled' });
    const last = this.frames.at(-1);
    if (last?.picture.equals(picture)) last.ms += ms;
    else this.frames.push({ picture, ms });
  }
}
