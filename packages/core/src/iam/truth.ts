/** `undefined`: both answers are open. */
export type Truth = boolean | undefined
