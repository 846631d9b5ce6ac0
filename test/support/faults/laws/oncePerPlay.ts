import type { Play } from '../play';

/** Works out once for a play what several laws ask for. */
export function oncePerPlay<Found>(find: (play: Play) => Found): (play: Play) => Found {
  const known = new WeakMap<Play, Found>();
  return (play) => {
    const found = known.get(play) ?? find(play);
    known.set(play, found);
    return found;
  };
}
