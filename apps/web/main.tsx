import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { StrictMode, useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { PreferencesProvider, usePreferences } from '#platform/ui/frame/preferences.tsx'
import { makeQueryClient } from '#platform/ui/queries.ts'
import { themeOf } from '#platform/ui/theme.ts'
import '#platform/ui/styles/frame.css'
import '#platform/ui/styles/kit.css'
import '#platform/ui/styles/print.css'
import { router } from './routes.tsx'

const queries = makeQueryClient()
// Written into the page by the server for each answer; antd needs it for the styles it adds.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

function Page() {
  const { language, textSize } = usePreferences()
  const theme = useMemo(() => themeOf(textSize, language), [textSize, language])
  return (
    <ConfigProvider csp={{ nonce }} theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App>
        <RouterProvider router={router} />
      </App>
    </ConfigProvider>
  )
}

const room = document.getElementById('root')
if (!room) throw new Error('index.html has no #root')
createRoot(room).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <PreferencesProvider>
        <Page />
      </PreferencesProvider>
    </QueryClientProvider>
  </StrictMode>,
)
