/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the animation is made outside n8n */
import { writeFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import type { Frame } from './Film';

/** Writes a film, which begins anew when it has ended, as a GIF. */
export async function saveAnimation(film: readonly Frame[], path: string): Promise<void> {
  // The package is an ES module.
  const { encode } = await import('modern-gif');
  const frames = film.map(({ picture, ms }) => {
    const { data, width, height } = PNG.sync.read(picture);
    return { data: new Uint8ClampedArray(data), width, height, delay: ms };
  });
  const { width, height } = frames[0]!;
  writeFileSync(path, new Uint8Array(await encode({ width, height, frames })));
}
