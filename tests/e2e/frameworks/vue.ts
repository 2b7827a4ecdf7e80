import { createSSRApp, defineComponent, h, onMounted, ref } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { momentAt, play, whenDue } from './story.ts';

const App = defineComponent(() => {
  const moment = ref(momentAt(0));
  const clicks = ref(0);
  onMounted(() =>
    play((next) => {
      moment.value = next;
    }),
  );
  const like = (): void => {
    clicks.value += 1;
  };
  return () => {
    const { step, title, paragraphs, tags } = moment.value;
    return h('main', [
      h('button', { id: 'like', type: 'button', onClick: like }, `Likes: ${clicks.value}, step ${step}`),
      h('article', { key: title }, [
        h('h1', title),
        ...paragraphs.map((text) => h('p', { key: text }, text)),
        h(
          'ul',
          tags.map((tag) => h('li', { key: tag }, tag)),
        ),
      ]),
      h('footer', 'The end'),
    ]);
  };
});

export const vueMarkup = (): Promise<string> => renderToString(createSSRApp(App));

whenDue(() => void createSSRApp(App).mount('#root'));
