/** Where the page's hall answers: '' for the real one, '/latihan' on every page of the training hall. */
export const hallBase: '' | '/latihan' = (globalThis.location?.pathname ?? '').startsWith('/latihan/') ? '/latihan' : ''

/** True where no number is a real one. */
export const isTraining = hallBase !== ''

/** What a tab keeps is kept for its own hall. */
export const keptAs = (name: string): string => (isTraining ? `${name}.latihan` : name)
