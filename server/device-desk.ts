import { v7 as uuidv7 } from 'uuid'
import {
  type Device,
  type DeviceAnswer,
  type DeviceOrder,
  type DevicesAnswer,
  type EditDevice,
  EditDeviceSchema,
  type OrderAnswer,
  type PairDevice,
} from './contract/devices.ts'
import { catalogueOfHall } from './hall.ts'
import { type Published, readPublished } from './local-operator.ts'
import { type Folder, openFolder } from './maintenance.ts'
import { openRegistry } from './registry.ts'

/** What the command line does with the devices of a data folder. What is refused is thrown as an error in plain words. */
export interface DeviceDesk extends AsyncDisposable {
  list(): Promise<readonly Device[]>
  pair(body: Pick<PairDevice, 'code' | 'name' | 'kind' | 'place'>): Promise<Device>
  edit(id: string, body: EditDevice): Promise<Device>
  /** False: it is not connected. */
  order(id: string, order: DeviceOrder): Promise<boolean>
  replace(id: string, code: string): Promise<Device>
  forget(id: string): Promise<void>
}

/** Through the running hub of the folder, else on the folder itself. Another hub may be where it once was. */
export async function openDeviceDesk(folder: Folder): Promise<DeviceDesk> {
  const published = await readPublished(folder.dataDir)
  return published && (await isRunning(published)) ? deskOfHub(published) : deskOfFolder(folder)
}

const isRunning = ({ address, token }: Published): Promise<boolean> =>
  fetch(`${address}/api/devices`, { headers: { authorization: `Bearer ${token}` } }).then(
    ({ ok }) => ok,
    () => false,
  )

function deskOfHub({ address, token }: Published): DeviceDesk {
  const ask = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`${address}/api/devices${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as T & Partial<Refused>
    if (!response.ok) throw new Error(wordsOf(answer))
    return answer
  }
  const at = (id: string) => `/${encodeURIComponent(id)}`
  const deviceOf = async (asked: Promise<DeviceAnswer>) => (await asked).device
  return {
    list: async () => (await ask<DevicesAnswer>('GET', '')).devices,
    pair: (body) => deviceOf(ask('POST', '', body)),
    edit: (id, body) => deviceOf(ask('POST', at(id), body)),
    order: async (id, order) => (await ask<OrderAnswer>('POST', `${at(id)}/orders`, { order })).isSent,
    replace: (id, code) => deviceOf(ask('POST', `${at(id)}/replace`, { code })),
    forget: async (id) => void (await ask('DELETE', at(id))),
    [Symbol.asyncDispose]: async () => {},
  }
}

interface Refused {
  readonly error: { message: { en: string }; fields?: readonly { path: string; message: string }[] }
}
const wordsOf = ({ error }: Partial<Refused>): string =>
  error?.fields?.map(({ path, message }) => `${path}: ${message}`).join('\n') ?? error?.message.en ?? 'the hub refused'

/** Codes and orders need a hub that runs; the rest is kept for its next start. */
async function deskOfFolder(folder: Folder): Promise<DeviceDesk> {
  const { store, hall, ...opened } = await openFolder(folder, '')
  const log = { error: (_data: object, sentence: string) => void process.stderr.write(`${sentence}\n`) }
  const registry = await openRegistry({
    store: store.devices,
    catalogue: () => catalogueOfHall(hall),
    newId: uuidv7,
    build: '',
    isDemo: false,
    log,
  })
  const actor = { role: 'operator', id: 'operator:console' } as const
  const stopped = () => Promise.reject(new Error('No hub is running on this data folder. Start it first.'))
  return {
    list: async () => registry.devices(),
    pair: stopped,
    order: stopped,
    replace: stopped,
    edit: async (id, body) => {
      const { data, error } = EditDeviceSchema.safeParse(body)
      if (!data) throw new Error(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
      const kept = await registry.edit(id, data, actor)
      if ('device' in kept) return kept.device
      throw new Error('mistakes' in kept ? kept.mistakes.map(({ message }) => message.en).join('\n') : unknown)
    },
    forget: async (id) => {
      if ('unknown' in (await registry.forget(id, actor))) throw new Error(unknown)
    },
    [Symbol.asyncDispose]: async () => {
      await registry[Symbol.asyncDispose]()
      await opened[Symbol.asyncDispose]()
    },
  }
}

const unknown = 'There is no such device.'
