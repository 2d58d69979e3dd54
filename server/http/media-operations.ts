import { z } from 'zod'
import type { Role } from '../contract/hall.ts'
import { MediaAnswerSchema, MediaFileSchema } from '../contract/site-media.ts'
import { catalogueOfHall } from '../hall.ts'
import { problem } from './answers.ts'
import type { MediaShelf, ReceivedMedia } from './media-port.ts'
import type { Operation } from './operation.ts'

const readers: readonly Role[] = ['supervisor', 'manager', 'auditor']

const UploadQuery = z.object({ title: z.string().max(200).optional() })
const RemovedAnswer = z.object({ removed: z.string() })

/** The shelf of pictures and videos for the displays. Files are fetched at `/media/`, without a credential. */
export const mediaOperations = (media: MediaShelf): readonly Operation[] => [
  {
    id: 'listMedia',
    method: 'get',
    path: '/api/media',
    summary: 'The files on the media shelf, and what of the playlist cannot be shown.',
    access: readers,
    answer: MediaAnswerSchema,
    run: async ({ stage }) => {
      const { playlist } = catalogueOfHall(stage.hall).site
      return {
        json: { files: await media.list(), bytesAtMost: media.limits, failing: await media.failing(playlist) },
      }
    },
  },
  {
    id: 'addMedia',
    method: 'post',
    path: '/api/media',
    summary: 'Puts a file on the shelf, sent as it is: PNG, JPEG, WebP, MP4 with H.264, WebM with VP8 or VP9.',
    access: ['manager'],
    query: UploadQuery,
    receive: media.receive,
    answer: MediaFileSchema,
    run: async ({ body, query }) => {
      const { name } = body as ReceivedMedia
      if (name === null) return { answered: problem(400, 'bad-media') }
      await media.call(name, query.title ?? '')
      return { json: (await media.find(name)) ?? {} }
    },
  },
  {
    id: 'removeMedia',
    method: 'delete',
    path: '/api/media/{name}',
    summary: 'Takes a file off the shelf that no item of the playlist shows.',
    access: ['manager'],
    answer: RemovedAnswer,
    run: async ({ stage, params }) => {
      const file = await media.find(params.name ?? '')
      if (!file) return { outcome: { unknown: 'media' } }
      const { playlist } = catalogueOfHall(stage.hall).site
      if (playlist.some((item) => item.file === file.name)) return { answered: problem(400, 'media-in-use') }
      await media.remove(file.name)
      return { json: { removed: file.name } }
    },
  },
]
