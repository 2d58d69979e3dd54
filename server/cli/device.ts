import { type Command, InvalidArgumentError, Option } from 'commander'
import { type Device, type DeviceKind, type DeviceOrder, deviceKinds, deviceOrders } from '../contract/devices.ts'
import { type DeviceDesk, openDeviceDesk } from '../device-desk.ts'
import type { Folder } from '../maintenance.ts'

interface Ports {
  /** The data folder that was named, which has a site. */
  readonly folder: (dataDir: string) => Folder
  readonly dataDir: string
  readonly say: (line: string) => void
}

/** Puts `device` on the command line: what the page of the devices does, for whoever sits at the hub itself. */
export function deviceCommand(program: Command, { folder, dataDir, say }: Ports): Command {
  const device = program
    .command('device')
    .description('paired screens and device hosts, through the running hub or on the data folder of a stopped one')
  const verb = (name: string, description: string) =>
    device.command(name).description(description).option('--data <folder>', 'data folder', dataDir)
  const withDesk = async <T>({ data }: { data: string }, work: (desk: DeviceDesk) => Promise<T>): Promise<T> => {
    await using desk = await openDeviceDesk(folder(data))
    return await work(desk)
  }
  const withDevice = (
    options: { data: string },
    named: string,
    work: (desk: DeviceDesk, one: Device) => Promise<void>,
  ) => withDesk(options, async (desk) => work(desk, theOne(await desk.list(), named)))

  verb('list', 'every device: kind, place, name, whether it is connected, id').action((options) =>
    withDesk(options, async (desk) => {
      const devices = await desk.list()
      for (const line of tableOf(devices)) say(line)
      if (devices.length === 0) say('No device is paired. Open /device on a screen, then: antrean device pair <code>')
    }),
  )
  verb('pair', 'approve the machine that shows this code')
    .argument('<code>', 'the six letters and figures on its screen')
    .addOption(new Option('--kind <kind>', 'what it is').choices(deviceKinds).makeOptionMandatory())
    .requiredOption('--place <place>', 'code of the kiosk, zone or booth, number of the counter, or a code for a host')
    .requiredOption('--name <name>', 'what people call it')
    .action((code: string, { kind, place, name, ...options }: Pairing) =>
      withDesk(options, async (desk) => {
        const paired = await desk.pair({ code, kind, place, name })
        say(`${paired.name} is paired.`)
      }),
    )
  verb('replace', 'let the machine that shows this code take over a device; the old machine is forgotten')
    .argument('<device>', 'id or name')
    .argument('<code>', 'the code on the new machine')
    .action((named: string, code: string, options) =>
      withDevice(options, named, async (desk, { id, name }) => {
        await desk.replace(id, code)
        say(`${name} is another machine now.`)
      }),
    )
  verb('edit', 'rename, move, lock or unlock a device')
    .argument('<device>', 'id or name')
    .option('--name <name>', 'another name')
    .option('--place <place>', 'another place of the same kind')
    .option('--lock', 'shows that it is locked; a kiosk issues nothing')
    .option('--unlock', 'goes on')
    .action((named: string, { name, place, lock, unlock, ...options }: Editing) =>
      withDevice(options, named, async (desk, { id }) => {
        if (lock && unlock) throw new InvalidArgumentError('either --lock or --unlock')
        const isLocked = lock || unlock ? { isLocked: lock === true } : {}
        const edited = await desk.edit(id, { ...(name && { name }), ...(place && { place }), ...isLocked })
        say(`${edited.name}: ${edited.kind} ${edited.place}${edited.isLocked ? ', locked' : ''}`)
      }),
    )
  for (const order of deviceOrders) {
    verb(order, orderWords[order])
      .argument('<device>', 'id or name')
      .action((named: string, options) =>
        withDevice(options, named, async (desk, { id, name }) => {
          if (!(await desk.order(id, order))) throw new Error(`${name} is not connected.`)
          say(`${name} was told.`)
        }),
      )
  }
  verb('forget', 'take its credential away; it says so on its screen')
    .argument('<device>', 'id or name')
    .action((named: string, options) =>
      withDevice(options, named, async (desk, { id, name }) => {
        await desk.forget(id)
        say(`${name} is forgotten.`)
      }),
    )
  return device
}

type Pairing = { data: string; kind: DeviceKind; place: string; name: string }
type Editing = { data: string; name?: string; place?: string; lock?: boolean; unlock?: boolean }

const orderWords: Record<DeviceOrder, string> = {
  reload: 'load its page anew',
  identify: 'let it show its name',
}

function theOne(devices: readonly Device[], named: string): Device {
  const found = devices.filter(({ id, name }) => id === named || name === named)
  const [one] = found
  if (!one) throw new Error(`There is no device ${named}.`)
  if (found.length > 1) throw new Error(`Several devices are called ${named}. Name one by its id.`)
  return one
}

function tableOf(devices: readonly Device[]): string[] {
  const rows = devices.map((one) => [one.kind, one.place, one.name, stateOf(one), one.id])
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

const stateOf = ({ isConnected, isLocked, isCurrent, version }: Device): string =>
  [isConnected ? 'connected' : 'away', isLocked && 'locked', isConnected && version && !isCurrent && 'old version']
    .filter(Boolean)
    .join(', ')
