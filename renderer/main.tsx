import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { createAppModel } from './state/app-model'
import { refuseInsertedStyles } from './theme/refuse-inserted-styles'

refuseInsertedStyles(document)

/** What is typed in a field is committed when the field loses the focus. */
const leaveField = () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

const model = createAppModel(window.pressmark, leaveField)
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App model={model} />
    </StrictMode>,
  )
}
void model.start()
