import { hallBase } from './hall-base.ts'

/** Where the hub is: the page's own origin. */
export const hubAddress = globalThis.location?.origin ?? ''

/** Where there are no WebSockets; and `?transport=polling` for a television that takes them up and then loses them. */
const isPollingOnly =
  (typeof window !== 'undefined' && !('WebSocket' in window)) ||
  /[?&]transport=polling(&|$)/.test(globalThis.location?.search ?? '')

/** How a screen reaches the hub. The same for everything that it asks there, so that views and devices share one connection. */
export const connectionOptions = {
  path: `${hallBase}/socket.io`,
  transports: isPollingOnly ? ['polling'] : ['websocket', 'polling'],
  // Something on the way may swallow them.
  tryAllTransports: true,
  reconnectionDelay: 200,
  reconnectionDelayMax: 1_000,
}
