import { isObject } from './jsonBody';

const textType = 10001;
/** Image, video, file and audio. */
const mediaTypes = [10003, 10004, 10005, 10006];

/**
 * What is wrong with the content of a message, where its type prescribes a form: JSON text of an object with `text`,
 * or with a map of files under `__files`. Other types, 10012 (custom) among them, are free.
 * Source: https://www.volcengine.com/docs/6348/372181
 */
export function contentProblem(type: number, content: string): string | undefined {
  const value = parsed(content);
  if (type === textType) {
    const isText = isObject(value) && typeof value.text === 'string';
    return isText ? undefined : 'must be JSON text of an object with a string under text';
  }
  if (!mediaTypes.includes(type)) return undefined;
  const files = isObject(value) && isObject(value.__files) ? Object.values(value.__files) : [];
  const areFiles = files.length > 0 && files.every(isObject);
  return areFiles ? undefined : 'must be JSON text of an object with files under __files';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
