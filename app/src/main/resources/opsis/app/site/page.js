'use strict';
// Fills the page once the post has come. Everything a writer wrote is set as text, never as markup.
(() => {
  const main = document.querySelector('main');

  const element = (tag, testid, text) => {
    const made = document.createElement(tag);
    if (testid) made.dataset.testid = testid;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  const picture = (address, alternative) => {
    const image = element('img');
    image.src = address;
    image.alt = alternative;
    return image;
  };

  const words = (text) => {
    const block = element('p', 'text');
    for (const part of text.split(/((?:#|@)[\p{L}\p{N}_]+)/u)) {
      if (/^[#@][\p{L}\p{N}_]/u.test(part)) {
        const tag = element('span', null, part);
        tag.className = 'tag';
        block.append(tag);
      } else {
        block.append(part);
      }
    }
    return block;
  };

  const linkCard = (link) => {
    const card = element('section', 'link-card');
    const about = element('div');
    about.append(element('small', null, link.domain), element('strong', null, link.title), element('span', null, link.description));
    card.append(picture(link.picture, ''), about);
    return card;
  };

  const post = (content) => {
    const article = element('article', 'post');
    const author = element('div');
    author.className = 'author';
    const avatar = picture(content.avatar, '');
    avatar.dataset.testid = 'avatar';
    const names = element('div');
    names.append(element('strong', 'name', content.name), element('span', 'handle', '@' + content.handle));
    author.append(avatar, names);
    article.append(author);
    if (content.text) article.append(words(content.text));
    if (content.media) {
      const media = element('div', 'media');
      media.append(picture(content.media, 'Εικόνα της ανάρτησης'));
      article.append(media);
    }
    if (content.link) article.append(linkCard(content.link));
    const time = element('time', null, content.time);
    const counters = element('div', 'counters');
    for (const [label, count] of content.counters) {
      const counter = element('span');
      counter.append(element('b', null, String(count)), ' ' + label);
      counters.append(counter);
    }
    article.append(time, counters);
    return article;
  };

  const notice = (content) => {
    const box = element('section', content.notice);
    box.className = 'notice';
    box.append(element('strong', null, content.title), element('span', null, content.explanation));
    return box;
  };

  fetch('/api/posts/' + encodeURIComponent(document.body.dataset.post))
    .then((answer) => (answer.status === 200 ? answer.json() : null))
    .then((content) => {
      if (content) main.replaceChildren(content.notice ? notice(content) : post(content));
    });
})();
