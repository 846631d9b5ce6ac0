import type { Locator, Page } from 'playwright-core';
import type { Film } from './Film';
import { drawPointer } from './pointer';

interface Point {
  x: number;
  y: number;
}

const stepMs = 100;
const pressMs = 200;
/** What a hand crosses in a step where it is fastest. */
const pxPerStep = 100;

/** A hand on the mouse that a viewer can follow, in a film of what it does. */
export class Hand {
  private constructor(
    private readonly page: Page,
    private readonly film: Film,
    private at: Point,
  ) {}

  static async on(page: Page, film: Film, at: Point): Promise<Hand> {
    await page.evaluate(drawPointer);
    await page.mouse.move(at.x, at.y);
    return new Hand(page, film, at);
  }

  /** Moves to the middle of something. */
  async moveTo(target: Locator): Promise<void> {
    const { x, y, width, height } = (await target.boundingBox())!;
    const to = { x: x + width / 2, y: y + height / 2 };
    for (const point of way(this.at, to)) {
      await this.page.mouse.move(point.x, point.y);
      await this.film.show(stepMs);
    }
    this.at = to;
  }

  async click(target: Locator): Promise<void> {
    await this.moveTo(target);
    await this.press();
    await this.release();
  }

  async doubleClick(target: Locator): Promise<void> {
    await this.moveTo(target);
    await this.press();
    await this.page.mouse.up();
    await this.page.mouse.down({ clickCount: 2 });
    await this.page.mouse.up({ clickCount: 2 });
  }

  /** Drags one thing onto another. */
  async drag(what: Locator, onto: Locator): Promise<void> {
    await this.moveTo(what);
    await this.press();
    await this.moveTo(onto);
    await this.film.show(pressMs);
    await this.release();
  }

  private async press(): Promise<void> {
    await this.page.mouse.down();
    await this.film.show(pressMs);
  }

  private async release(): Promise<void> {
    await this.page.mouse.up();
  }
}

/** The points on the way, the last one included: slow at both ends. */
function way(from: Point, to: Point): Point[] {
  const steps = Math.max(3, Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / pxPerStep));
  return Array.from({ length: steps }, (_, index) => {
    const part = (1 - Math.cos((Math.PI * (index + 1)) / steps)) / 2;
    return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
  });
}
