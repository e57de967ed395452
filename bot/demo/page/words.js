// The page's own words. What the bot says comes from the server in the person's language.

const WORDS = {
  ru: {
    clock: "Часы офиса",
    speed: "Скорость часов",
    skip: "К ближайшему сроку",
    skipHint: "Перевести часы офиса к ближайшему сроку",
    noDeadline: "нет сроков",
    rules: "Схемы: кому достаётся лид",
    ruleOf: "Схема: {}",
    lead: "Пришёл звонок",
    leadKind: "Что именно пришло",
    language: "Язык",
    theme: "Светлая или тёмная тема",
    people: "Сотрудники",
    picture: "Изображение",
    close: "Закрыть",
    guide: "С чего начать",
    gotIt: "Понятно, скрыть подсказку",
    guideLead: "Нажмите «Пришёл звонок»: придёт лид.",
    guideHand: "Секретарь жмёт «Передать» под карточкой.",
    guideClaim: "Менеджер видит предложение и жмёт «Беру».",
    guideWait: "Никто не берёт? Ускорьте часы и смотрите.",
    offline: "Нет связи с сервером. Пробуем снова…",
    refused: "Сервер отказал ({})",
    connecting: "Открываем офис…",
    copied: "Скопировано: {}",
    notCopied: "Браузер не дал скопировать",
    edited: "изменено",
    forwarded: "Переслано от {}",
    spoiler: "Скрытый текст, нажмите, чтобы показать",
    unfold: "Показать всё",
    fold: "Свернуть",
    play: "Слушать",
    pause: "Пауза",
    noSound: "Это голосовое не воспроизводится",
    voice: "Голосовое сообщение",
    openPhoto: "Открыть фото",
    download: "Скачать {}",
    missing: "Фото недоступно",
    copyPhone: "Скопировать номер {}",
    write: "Сообщение…",
    writeAs: "Сообщение боту от имени: {}",
    send: "Отправить",
    commands: "Команды",
    attach: "Прикрепить образец",
    more: "Ещё: {}",
    block: "Заблокировать бота",
    unblock: "Вернуться к боту",
    blocked: "Бот заблокирован",
    newBelow: "Вниз, новых: {}",
    toEnd: "К последним сообщениям",
    unread: "новых: {}",
    today: "Сегодня",
    ok: "Понятно",
    errors: {
      blocked: "Бот заблокирован: писать и нажимать нельзя",
      nobody: "Секретарь заблокировал бота, принять лид некому",
      segment: "Такого сегмента больше нет",
    },
    kinds: {
      text: "Текст с телефоном",
      contact: "Контакт",
      forward: "Пересланное",
      voice: "Голосовое",
      photo: "Фото",
      album: "Альбом",
    },
    roles: {
      secretary: "секретарь",
      manager: "менеджер",
      head: "руководитель",
      director: "директор",
      admin: "администратор",
    },
    hints: {
      secretary: "Пришлите сюда лид: текст, контакт или голосовое. Или нажмите «Пришёл звонок».",
      manager: "Сюда придут предложения с кнопками «Беру» и «Не могу».",
      head: "Сюда попадают лиды, которые никто не взял.",
      director: "Сюда раз в день приходит сводка. Отчёт по запросу: /report.",
      admin: "Здесь настраивают офис: /office.",
    },
  },
  en: {
    clock: "Office clock",
    speed: "Clock speed",
    skip: "Next deadline",
    skipHint: "Move the office clock to the next deadline",
    noDeadline: "no deadlines",
    rules: "Schemes: who gets a lead",
    ruleOf: "Scheme: {}",
    lead: "A call came in",
    leadKind: "What came in",
    language: "Language",
    theme: "Light or dark theme",
    people: "People",
    picture: "Picture",
    close: "Close",
    guide: "Where to start",
    gotIt: "Got it, hide these steps",
    guideLead: "Press “A call came in”: a lead arrives.",
    guideHand: "The secretary hands it over with one tap.",
    guideClaim: "A manager sees the offer and taps “Take it”.",
    guideWait: "Nobody takes it? Speed up the clock and watch.",
    offline: "The server does not answer. Trying again…",
    refused: "The server refused ({})",
    connecting: "Opening the office…",
    copied: "Copied: {}",
    notCopied: "The browser did not allow copying",
    edited: "edited",
    forwarded: "Forwarded from {}",
    spoiler: "Hidden text, press to show",
    unfold: "Show all",
    fold: "Show less",
    play: "Play",
    pause: "Pause",
    noSound: "This voice message cannot be played",
    voice: "Voice message",
    openPhoto: "Open the photo",
    download: "Download {}",
    missing: "Photo not available",
    copyPhone: "Copy the number {}",
    write: "Message…",
    writeAs: "A message to the bot from {}",
    send: "Send",
    commands: "Commands",
    attach: "Attach a sample",
    more: "More: {}",
    block: "Block the bot",
    unblock: "Come back to the bot",
    blocked: "The bot is blocked",
    newBelow: "Down, {} new",
    toEnd: "To the latest messages",
    unread: "{} new",
    today: "Today",
    ok: "OK",
    errors: {
      blocked: "The bot is blocked: no writing, no tapping",
      nobody: "The secretary has blocked the bot: nobody takes the lead in",
      segment: "There is no such segment any more",
    },
    kinds: {
      text: "Text with a phone",
      contact: "Contact",
      forward: "Forwarded",
      voice: "Voice",
      photo: "Photo",
      album: "Album",
    },
    roles: {
      secretary: "secretary",
      manager: "manager",
      head: "head of sales",
      director: "director",
      admin: "administrator",
    },
    hints: {
      secretary: "Send a lead here: text, a contact or a voice message. Or press “A call came in”.",
      manager: "Offers come here, with buttons to take or decline them.",
      head: "Leads that nobody took come here.",
      director: "One summary a day comes here. A report at any time: /report.",
      admin: "The office is set up here: /office.",
    },
  },
};

let current = "ru";

export const locale = () => current;

/** True when the language changed. */
export function setLocale(wanted) {
  const next = wanted in WORDS ? wanted : "ru";
  const changed = next !== current;
  current = next;
  document.documentElement.lang = next;
  return changed;
}

/** The words under a dotted key ("roles.head"), {} filled in; the key's last part if there are none. */
export function say(key, value = "") {
  const words = key.split(".").reduce((found, part) => found?.[part], WORDS[current]);
  return (words ?? key.split(".").at(-1)).replace("{}", value);
}

/** Fills the words of static markup: data-word is the text, data-word-label the accessible name and the tooltip. */
export function fillWords(root) {
  for (const node of root.querySelectorAll("[data-word]")) node.textContent = say(node.dataset.word);
  for (const node of root.querySelectorAll("[data-word-title]")) node.title = say(node.dataset.wordTitle);
  for (const node of root.querySelectorAll("[data-word-label]")) {
    node.setAttribute("aria-label", say(node.dataset.wordLabel));
    if (node.matches("button")) node.title = say(node.dataset.wordLabel);
  }
}
