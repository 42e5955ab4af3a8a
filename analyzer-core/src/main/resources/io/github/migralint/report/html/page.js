
"use strict";
(function () {
  var filter = document.getElementById("filter");
  var findings = Array.from(document.querySelectorAll(".finding"));

  function copy(text, done) {
    function byHand() {
      var area = document.createElement("textarea");
      area.value = text;
      area.setAttribute("aria-hidden", "true");
      document.body.appendChild(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      done();
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, byHand);
    } else {
      byHand();
    }
  }

  function name(button, shown, heard) {
    button.textContent = shown;
    button.setAttribute("aria-label", heard);
  }

  document.querySelectorAll(".safe").forEach(function (safe) {
    var button = document.createElement("button");
    button.type = "button";
    name(button, "Copy", "Copy this SQL");
    button.addEventListener("click", function () {
      copy(safe.querySelector("code").textContent, function () {
        name(button, "Copied", "Copied this SQL");
        setTimeout(function () { name(button, "Copy", "Copy this SQL"); }, 1500);
      });
    });
    safe.appendChild(button);
  });

  function open(target) {
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName.toLowerCase() === "details") {
        part.open = true;
      }
    }
  }

  function follow() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target) {
      open(target);
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", follow);
  if (location.hash) {
    follow();
  }

  if (!filter) {
    return;
  }
  var boxes = Array.from(filter.querySelectorAll("input"));
  var rule = document.getElementById("rule");
  var shown = document.getElementById("shown");

  function apply() {
    var risks = boxes.filter(function (box) { return box.checked; }).map(function (box) { return box.value; });
    var all = risks.length === boxes.length ? rule.value === "" : false;
    var count = 0;
    findings.forEach(function (finding) {
      var fits = risks.includes(finding.dataset.risk) ? rule.value === "" || rule.value === finding.dataset.rule : false;
      finding.hidden = !fits;
      count += fits ? 1 : 0;
    });
    document.querySelectorAll(".file").forEach(function (file) {
      file.hidden = all ? false : !file.querySelector(".finding:not([hidden])");
    });
    document.querySelectorAll(".files tbody tr").forEach(function (row) {
      row.hidden = document.getElementById(row.querySelector("a").hash.slice(1)).hidden;
    });
    shown.textContent = all ? "" : count + " of " + findings.length + " shown";
  }
  filter.addEventListener("change", apply);
  filter.hidden = false;
  apply();
})();
