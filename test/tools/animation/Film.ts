import type { Page } from 'playwright-core';

/** A picture, and how long it stays. */
export interface Frame {
  /** A PNG. */
  picture: Buffer;
  ms: number;
}

/** Longer than n8n's transitions take, and its icons to load. */
const settlingMs = 1_500;

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

  /** Shows the page once it has come to rest. */
  async showSettled(ms: number): Promise<void> {
    await this.page.waitForTimeout(settlingMs);
    await this.show(ms);
  }
}
