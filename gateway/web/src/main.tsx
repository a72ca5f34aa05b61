import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/700.css';
import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Settings } from './frame/Settings';

createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <Settings>
      <App />
    </Settings>
  </StrictMode>,
);
