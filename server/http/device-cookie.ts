/** The credential of a paired screen; a person's session is another cookie, so one browser may hold both. */
const cookieName = 'antrean-device'
const cookieShape = new RegExp(`(?:^|;\\s*)${cookieName}=([\\w-]+)`)
/** Browsers keep no cookie longer; every page of a screen gives it anew. */
const lifeSeconds = 400 * 24 * 3600

export const deviceTokenIn = (cookie: string | undefined): string | undefined => cookieShape.exec(cookie ?? '')?.[1]

export const deviceCookie = (token: string): string =>
  `${cookieName}=${token}; Path=/; Max-Age=${lifeSeconds}; HttpOnly; SameSite=Lax`
