import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './start.css'
import './simulation.css'
import { StartPage } from './start-page.tsx'

/** The hub is on this machine or in this building: the browser's idea of being online says nothing about it. */
const options = { networkMode: 'always', retry: false } as const
const queries = new QueryClient({ defaultOptions: { queries: options, mutations: options } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <StartPage />
    </QueryClientProvider>,
  )
}
