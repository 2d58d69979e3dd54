import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import '../ui-kit/kit.css'
import './phone.css'
import './services.css'
import { ServicesPage } from './services-page.tsx'

/** The hub stands in the same building: what the phone believes about the internet says nothing about it. */
const queries = new QueryClient({ defaultOptions: { queries: { networkMode: 'always', retry: false } } })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <ServicesPage />
    </QueryClientProvider>,
  )
}
