import time
from pathlib import Path
import pytest
OUT=Path("/tmp/shots"); OUT.mkdir(exist_ok=True)
def pages(d):
    return {
    "picker": (None,"/log-in/"), "password": (None,"/log-in/password/"),
    "day": ("astrid.holm","/my-day/"), "mentor-day":("mette.aagaard","/my-day/"), "colleague-day":("bjoern.krogh","/my-day/"), "small-day":("henning.baek","/my-day/"),
    "case":("astrid.holm",d.case("aase")), "case-all":("astrid.holm",d.case("aase")+"?zoom=all"), "case-quarter":("astrid.holm",d.case("aase")+"?zoom=quarter"),
    "case-ida":("astrid.holm",d.case("ida")), "case-joern":("astrid.holm",d.case("joern")),
    "case-mentor":("mette.aagaard",d.case("aase")), "purpose":("bjoern.krogh",d.case("aase")),
    "book":("astrid.holm",d.case("aase","talks","book")), "held-unbooked":("astrid.holm",d.case("aase","talks","held")),
    "hold":("astrid.holm",d.talk("aase")), "move":("astrid.holm",d.talk("aase","move")), "miss":("astrid.holm",d.talk("aase","not-held")),
    "correct":("astrid.holm",d.talk("aase","correct",outcome="held")), "record":("astrid.holm",d.talk("aase",outcome="held")), "noshow":("astrid.holm",d.talk("aase",outcome="no-show")),
    "mentor-record":("mette.aagaard",d.talk("aase",outcome="held")),
    "notfound":("astrid.holm","/nowhere/"),
    }
@pytest.mark.parametrize("lang",["da","en"])
@pytest.mark.parametrize("width",[1280,375])
def test_try(shown, lang, width):
    for name,(who,path) in pages(shown).items():
        if who: p=shown.visit(who,path,lang=lang,width=width)
        else:
            p=shown.visitor(lang=lang,width=width); p.goto(path)
        p.screenshot(path=OUT/f"{name}-{lang}-{width}.png", full_page=True)
        sw=p.evaluate("document.documentElement.scrollWidth")
        if sw>width: print("SCROLL",name,lang,width,sw)
        p.context.close(); shown.watch.contexts.remove(p.context)
