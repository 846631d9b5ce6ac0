import { broadcastLaws } from './laws/broadcastLaws';
import { contentLaws } from './laws/contentLaws';
import { endLaws } from './laws/endLaws';
import { guardLaws, hasTooMany } from './laws/guardLaws';
import { itemLaws } from './laws/itemLaws';
import type { Law } from './laws/law';
import { ledgerLaws } from './laws/ledgerLaws';
import { outputLaws } from './laws/outputLaws';
import { paceLaws } from './laws/paceLaws';
import { readLaws } from './laws/readLaws';
import { secretLaws } from './laws/secretLaws';
import { sendingLaws } from './laws/sendingLaws';
import { truthLaws } from './laws/truthLaws';
import type { Play } from './play';

/** All laws by name. A run that ends comes first: the others look at what came of it. */
export const laws: Readonly<Record<string, Law>> = {
  ...paceLaws,
  ...endLaws,
  ...outputLaws,
  ...itemLaws,
  ...truthLaws,
  ...ledgerLaws,
  ...readLaws,
  ...contentLaws,
  ...sendingLaws,
  ...broadcastLaws,
  ...secretLaws,
};

/** The laws of a run that may not begin. */
const lawsOfRefusal: Readonly<Record<string, Law>> = {
  ...paceLaws,
  ...outputLaws,
  ...guardLaws,
  ...secretLaws,
};

/** How many laws there are. */
export const lawCount = Object.keys({ ...laws, ...lawsOfRefusal }).length;

/** @throws an error that names the first law that a play breaks */
export function checkLaws(play: Play, which = laws): void {
  for (const [name, law] of Object.entries(hasTooMany(play) ? lawsOfRefusal : which)) {
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
