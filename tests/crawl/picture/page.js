const offices = [...document.querySelectorAll(".office")];
const chosen = { office: offices[0].dataset.name, role: offices[0].querySelector(".role").dataset.name, words: "" };
const choose = document.getElementById("choose");

function button(kind, name) {
  const made = document.createElement("button");
  made.textContent = name;
  made.onclick = () => { chosen[kind] = name; show(); };
  made.dataset.kind = kind;
  return made;
}

for (const office of offices) choose.append(button("office", office.dataset.name));
for (const role of new Set([...document.querySelectorAll(".role")].map((one) => one.dataset.name))) choose.append(button("role", role));
const sought = document.createElement("input");
sought.placeholder = "search";
sought.oninput = () => { chosen.words = sought.value.toLowerCase(); show(); };
choose.append(sought);

function show() {
  for (const office of offices) {
    office.hidden = office.dataset.name !== chosen.office;
    for (const role of office.querySelectorAll(".role")) role.hidden = role.dataset.name !== chosen.role;
  }
  for (const one of choose.querySelectorAll("button")) one.classList.toggle("on", chosen[one.dataset.kind] === one.textContent);
  for (const one of document.querySelectorAll("article")) one.hidden = !one.textContent.toLowerCase().includes(chosen.words);
}

function follow() {
  const target = document.getElementById(location.hash.slice(1));
  if (!target) return;
  chosen.office = target.closest(".office").dataset.name;
  chosen.role = target.closest(".role").dataset.name;
  show();
  target.scrollIntoView();
}

addEventListener("hashchange", follow);
show();
follow();
