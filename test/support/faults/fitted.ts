import { actions, factsOf } from './facts';
import type { OptionPlan, Script } from './script';

/** The most broadcasts of a script: they go out one at a time. */
const mostBroadcasts = 30;

const pool = Array.from({ length: 251 }, (_, user) => user);

/** A script whose options, users and items are such as its operation has. */
export function fitted(script: Script): Script {
  const facts = factsOf(script);
  const { existing, items } = script;
  const startsWithNone = facts.actions[0] === 'RegisterUsers';
  return {
    ...script,
    items: facts.items === 'messages' ? items.slice(0, mostBroadcasts) : items,
    options: optionsFor(script),
    // Most users are as the operation wants to find them, whatever it is.
    existing: startsWithNone ? existing : pool.filter((user) => !existing.includes(user)),
  };
}

function optionsFor(script: Script): OptionPlan {
  const { option, actions: names, items } = factsOf(script);
  const { existingUsers, maxBroadcasts, expiresAfter, inbox, ...ofAll } = script.options;
  if (items === 'messages') {
    const { maxAttempts, timeout } = ofAll;
    const own = { maxAttempts, timeout, maxBroadcasts: maxBroadcasts ?? 1000, expiresAfter, inbox };
    return given(own);
  }
  const batchSize = ofAll.batchSize && Math.min(ofAll.batchSize, actions[names[0]].rows);
  return given({ ...ofAll, batchSize, ...(option !== undefined && { [option]: existingUsers }) });
}

/** An option that was never opened is not there. */
function given(options: OptionPlan): OptionPlan {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}
