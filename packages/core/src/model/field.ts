/**
 * A field of a thing of which an account has thousands. V8 has no shape in common for objects with few members where others
 * of the same text have members of any name, as tables do: to read what such an object lacks is ten times slower there than
 * to ask whether it is there.
 */
export function fieldOf<Thing extends object, Field extends keyof Thing>(
  thing: Thing,
  field: Field,
): Thing[Field] | undefined {
  return Object.hasOwn(thing, field) ? Reflect.get(thing, field) : undefined
}
