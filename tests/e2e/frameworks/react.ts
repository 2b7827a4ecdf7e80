import { createElement as h, useEffect, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { momentAt, play, whenDue } from './story.ts';

function App() {
  const [moment, show] = useState(momentAt(0));
  const [clicks, count] = useState(0);
  useEffect(() => play(show), []);
  const { step, title, paragraphs, tags } = moment;
  return h(
    'main',
    null,
    h(
      'button',
      { id: 'like', type: 'button', onClick: () => count(clicks + 1) },
      `Likes: ${clicks}, step ${step}`,
    ),
    h(
      'article',
      { key: title },
      h('h1', null, title),
      ...paragraphs.map((text) => h('p', { key: text }, text)),
      h('ul', null, ...tags.map((tag) => h('li', { key: tag }, tag))),
    ),
    h('footer', null, 'The end'),
  );
}

export const reactMarkup = (): string => renderToString(h(App));

whenDue(() => {
  hydrateRoot(document.querySelector('#root') ?? document.body, h(App));
});
