import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, createApi, isRefused } from '../ui-kit/api.ts'
import type { Text } from '../ui-kit/messages/create-messages.ts'

/** What the hub tells about its demo; it has none of this in production. */
export interface Demo {
  readonly rules: 'demo' | 'full'
  readonly address: string
  readonly site: { readonly name: Text; readonly short: string; readonly timeZone: string }
  readonly zones: readonly { readonly code: string; readonly name: Text; readonly floor: number }[]
  readonly kiosks: readonly { readonly code: string; readonly name: Text }[]
  readonly booths: readonly { readonly code: string; readonly sign: string; readonly short: string }[]
}

export interface Simulation {
  readonly running: boolean
  readonly done: boolean
  readonly scenario: string | null
  readonly seed: number | null
  readonly speed: number
  /** The hall's clock, epoch ms. */
  readonly clock: number
  readonly figures: {
    readonly waiting: number
    readonly served: number
    readonly medianWaitMs: number | null
    readonly openBooths: number
    readonly booths: number
  }
  /** Numbers taken in each half hour of the day, from 07.30. */
  readonly arrivals: readonly number[]
  readonly scenarios: readonly { readonly code: string; readonly name: Text }[]
}

export interface Wish {
  readonly scenario?: string
  readonly speed?: number
  readonly seed?: number
}

const api = createApi({ giveUpAfterMs: 5_000 })
const simulationPath = '/api/demo/simulation'

/** Null when the hub serves a real building and has no demo. */
export function useDemo() {
  return useQuery({
    queryKey: ['demo'],
    queryFn: async (): Promise<Demo | null> => {
      try {
        return await api.get<Demo>('/api/demo')
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : false),
  })
}

/** The simulated day, read every second while it runs. */
export function useSimulation() {
  const client = useQueryClient()
  const { data } = useQuery({
    queryKey: ['simulation'],
    queryFn: () => api.get<Simulation>(simulationPath),
    refetchInterval: ({ state }) => (state.data?.running ? 1_000 : 5_000),
  })
  const take = (simulation: Simulation) => client.setQueryData(['simulation'], simulation)
  const start = useMutation({
    mutationFn: async (wish: Wish) => {
      const answer = await api.command<Simulation>(simulationPath, wish)
      if (isRefused(answer)) throw new ApiError(409, answer)
      return answer
    },
    onSuccess: take,
  })
  const stop = useMutation({
    mutationFn: async () => {
      const response = await fetch(simulationPath, { method: 'DELETE', credentials: 'same-origin' })
      if (!response.ok) throw new ApiError(response.status, null)
      return (await response.json()) as Simulation
    },
    onSuccess: take,
  })
  return { simulation: data, start, stop }
}

/** Switches every rule about time, amount and person on or off. */
export function useRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (full: boolean) => {
      const answer = await api.command<{ rules: Demo['rules'] }>('/api/demo/rules', { full })
      if (isRefused(answer)) throw new ApiError(409, answer)
      return answer.rules
    },
    onSuccess: (rules) => client.setQueryData<Demo | null>(['demo'], (demo) => (demo ? { ...demo, rules } : demo)),
  })
}
