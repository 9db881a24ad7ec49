/** Copies a value as it would be copied between processes; throws on what cannot be: functions, class instances with them. */
export function cloned<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw new Error('An object could not be cloned.');
  }
}
