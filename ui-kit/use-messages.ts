import { createContext, useContext } from 'react'
import { createMessages, type Messages } from './messages/create-messages.ts'
import { type KitKey, kitCatalogue } from './messages/kit.ts'

/** The words in force below this point; without a provider the shared parts speak Indonesian. */
export const MessagesContext = createContext<Messages>(createMessages('id', kitCatalogue) as Messages)

/**
 * The words in force. A screen names its own keys: `useMessages<MyKey>()`. Provide them with
 * `<MessagesContext value={createMessages(locale, kitCatalogue, myCatalogue)}>`.
 */
export function useMessages<Key extends string = KitKey>(): Messages<Key | KitKey> {
  return useContext(MessagesContext)
}
