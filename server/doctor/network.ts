import { createServer } from 'node:net'
import { attention, bad, type Finding, good } from './finding.ts'
import { type HubView, isHubAt } from './hub-view.ts'

export interface NetworkFacts {
  readonly lanAddress: string
  readonly port: number
  readonly publicUrl: string | null
}

/** Where screens and phones find the hub, and whether they do. */
export async function checkNetwork(facts: NetworkFacts, hub: HubView | null): Promise<Finding[]> {
  return [checkAddress(facts.lanAddress), await checkDoor(facts.port, hub), await checkPublicUrl(facts.publicUrl, hub)]
}

export const checkAddress = (address: string): Finding =>
  address === '127.0.0.1'
    ? bad(
        'network',
        'Komputer ini tidak tersambung ke jaringan: periksa kabel atau Wi-Fi, lalu beri alamat tetap di router.',
        'This computer is on no network: look at the cable or the Wi-Fi, then give it a fixed address in the router.',
      )
    : good(
        'network',
        `Komputer ini ada di jaringan dengan alamat ${address}.`,
        `This computer is on the network as ${address}.`,
      )

async function checkDoor(port: number, hub: HubView | null): Promise<Finding> {
  if (hub) {
    const { version, demo } = hub.health
    return good(
      'hub',
      `Hub versi ${version}${demo ? ' (demo)' : ''} menjawab di ${hub.address}.`,
      `The hub, version ${version}${demo ? ' (demo)' : ''}, answers at ${hub.address}.`,
    )
  }
  if (await isPortFree(port))
    return attention(
      'hub',
      `Hub tidak berjalan dan porta ${port} bebas: nyalakan dengan "systemctl start antrean".`,
      `No hub is running and port ${port} is free: start it with "systemctl start antrean".`,
    )
  return bad(
    'hub',
    `Porta ${port} dipakai program lain: hentikan program itu, atau setel PORT ke angka lain.`,
    `Port ${port} is in use by another program: stop that one, or set PORT to another number.`,
  )
}

export const isPortFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, () => server.close(() => resolve(true)))
  })

async function checkPublicUrl(publicUrl: string | null, hub: HubView | null): Promise<Finding> {
  if (publicUrl === null)
    return attention(
      'public-url',
      'PUBLIC_URL belum disetel: setel ke alamat yang dapat dibuka HP pengunjung, agar kode QR pada tiket berguna.',
      'PUBLIC_URL is not set: set it to an address that visitors’ phones can open, so that the QR codes on slips are of use.',
    )
  if (!hub)
    return attention(
      'public-url',
      `PUBLIC_URL ${publicUrl} baru dapat dicoba saat hub berjalan: nyalakan hub, lalu ulangi.`,
      `PUBLIC_URL ${publicUrl} can be tried once the hub runs: start it, then ask again.`,
    )
  return (await isHubAt(publicUrl))
    ? good('public-url', `Hub dapat dibuka di ${publicUrl}.`, `The hub can be opened at ${publicUrl}.`)
    : bad(
        'public-url',
        `Hub tidak dapat dibuka di ${publicUrl}: periksa nama, porta dan firewall.`,
        `The hub cannot be opened at ${publicUrl}: look at the name, the port and the firewall.`,
      )
}
