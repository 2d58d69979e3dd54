/** A booking's code as people read it: "K7M3 PX9Q". */
export const spaced = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
