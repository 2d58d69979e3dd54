import { useState } from 'react'
import type { MediaFile } from '../../server/contract/site-media.ts'
import { ApiError } from '../../ui-kit/api.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { faultOf } from '../console/use-saving.ts'
import type { ConsoleKey } from '../messages/console.ts'

/** Sends a file to the media shelf; `fault` is why it is not there, in words. */
export function useUpload(onDone: (file: MediaFile) => void) {
  const { api, notify } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  const [sending, setSending] = useState<string | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const wordsOf = (error: unknown): string => {
    if (!(error instanceof ApiError)) return t(faultOf(error))
    if (error.status === 413) return t('media.too-large')
    const { message } = (error.body as { error?: { message?: { id: string; en: string } } } | null)?.error ?? {}
    return message && error.status === 400 ? pick(message) : t(faultOf(error))
  }
  const upload = async (file: File) => {
    setSending(file.name)
    setFault(null)
    try {
      const stored = await api.upload<MediaFile>(`/api/media?title=${encodeURIComponent(file.name.slice(0, 80))}`, file)
      notify({ text: t('media.uploaded', { name: stored.title }) })
      onDone(stored)
    } catch (error) {
      setFault(wordsOf(error))
    } finally {
      setSending(null)
    }
  }
  return { upload, sending, fault }
}
