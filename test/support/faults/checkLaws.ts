import { endLaws } from './laws/endLaws';
import { itemLaws } from './laws/itemLaws';
import type { Law } from './laws/law';
import { paceLaws } from './laws/paceLaws';
import { secretLaws } from './laws/secretLaws';
import { sendingLaws } from './laws/sendingLaws';
import { truthLaws } from './laws/truthLaws';
import type { Play } from './play';

/** All laws by name. A run that ends comes first: the others look at what came of it. */
export const laws: Readonly<Record<string, Law>> = {
  ...paceLaws,
  ...endLaws,
  ...itemLaws,
  ...truthLaws,
  ...sendingLaws,
  ...secretLaws,
};

/** @throws an error that names the first law that a play breaks */
export function checkLaws(play: Play, which = laws): void {
  for (const [name, law] of Object.entries(which)) {
    const breach = breachOf(law, play);
    if (breach !== undefined) throw new Error(`Not so: ${name}. ${breach}`);
  }
}

function breachOf(law: Law, play: Play): string | undefined {
  try {
    law(play);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
