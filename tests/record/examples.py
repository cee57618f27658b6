"""A small sound record with something in every list, and ways to make more. Takes nothing, gives records."""

from typing import Any

from dateline.record import (
    Actor,
    Amount,
    CausalClaim,
    Event,
    Factuality,
    Mention,
    Place,
    Position,
    ReaderVersion,
    Record,
    SentenceRow,
    Size,
    Span,
    Statement,
    Story,
    Time,
    Warning_,
    Zone,
)
from dateline.record.ids import actor_id, finding_id, place_id, position_id

TEXT = (
    "Harbour strike ends, union says\n\n"
    "Dockers in Lindhaven ended their strike on Friday because of a new wage deal, union leader Ida Berg said. "
    "“We have won,” she told reporters. “Nobody was beaten.” "
    "Two officials said that Berg had denied taking money."
)
STORY = Story(id="harbour", text=TEXT, published="2021-03-06T09:00:00+01:00", title="Harbour strike ends, union says")


def span(words: str, nth: int = 0) -> Span:
    """The nth place where the words stand in the text."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), words)


def hashed(kind, *spans):
    return finding_id(STORY.id, kind, spans)


def mention(whole, head, kind, form, **refers):
    return Mention(
        id=hashed("mention", whole),
        span=whole,
        head=head,
        kind=kind,
        form=form,
        **refers,
        confidence=0.9,
        found_by="names",
    )


def statement(source=(), cue=(), content=(), **more):
    defaults: dict[str, Any] = {"form": "indirect", "kind": "speech", "confidence": 0.8, "found_by": "roles"}
    return Statement(
        id=hashed("statement", *source, *cue, *content), source=source, cue=cue, content=content, **defaults | more
    )


BERG = actor_id(STORY.id, "Ida Berg")
DOCKERS = actor_id(STORY.id, "dockers in Lindhaven")
OFFICIALS = actor_id(STORY.id, "two officials")
LINDHAVEN = place_id(STORY.id, "Lindhaven")
FRIDAY = hashed("time", span("Friday"))
ENDED = statement(
    source=(span("union leader Ida Berg"),),
    cue=(span("said"),),
    content=(span("Dockers in Lindhaven ended their strike on Friday because of a new wage deal"),),
    speaker=BERG,
    act="announce",
    certainty="certain",
)
HEADLINE = statement(
    source=(span("union"),), cue=(span("says"),), content=(span("Harbour strike ends"),), speaker=BERG, echo_of=ENDED.id
)
WON = statement(
    source=(span("she"),),
    cue=(span("told"),),
    content=(span("We have won,"),),
    speaker=BERG,
    form="direct",
    quotation=(span("“We have won,”"),),
)
UNBEATEN = statement(
    content=(span("Nobody was beaten."),),
    speaker=BERG,
    form="direct",
    quotation=(span("“Nobody was beaten.”"),),
    continues=WON.id,
    negated=True,
)
OFFICIAL = statement(
    source=(span("Two officials"),),
    cue=(span("said", 1),),
    content=(span("that Berg had denied taking money"),),
    speaker=OFFICIALS,
    anonymous=True,
)
DENIAL = statement(
    source=(span("Berg", 1),),
    cue=(span("denied"),),
    content=(span("taking money"),),
    speaker=BERG,
    act="deny",
    parent=OFFICIAL.id,
)
STRIKE_ENDS = Event(
    id=hashed("event", span("ended their strike")),
    type="RETREAT",
    quad="material-cooperation",
    score=6.5,
    context=("economic",),
    anchor=(span("ended their strike"),),
    actors=(DOCKERS,),
    place=LINDHAVEN,
    time=FRIDAY,
    status="occurred",
    factuality=(Factuality(source=BERG, value="CT+", statement=ENDED.id),),
    reported_by=(ENDED.id,),
    size=Size(injured=Amount(best=0, span=span("Nobody"))),
    countable=True,
    confidence=0.7,
    found_by="events",
)
CAUSE = CausalClaim(
    id=hashed("causal_claim", span("a new wage deal"), span("ended their strike"), span("because of")),
    cause=span("a new wage deal"),
    effect=span("ended their strike"),
    signal=(span("because of"),),
    relation="motivate",
    polarity="increase",
    claimant=BERG,
    statement=ENDED.id,
)


def good_record() -> Record:
    """A record that breaks no invariant."""
    return Record.of(
        STORY,
        (Zone("headline", 0, 31), Zone("body", 33, len(TEXT))),
        reader=ReaderVersion(version="1.0", encoder="none"),
        warnings=(Warning_(code="by-hand", message="written by hand"),),
        sentences=(
            SentenceRow(id="n1", start=0, end=31, zone="headline"),
            SentenceRow(id="n2", start=33, end=TEXT.index(" “We"), zone="body"),
            SentenceRow(id="n3", start=TEXT.index("“We"), end=len(TEXT), zone="body"),
        ),
        mentions=(
            mention(span("Dockers in Lindhaven"), span("Dockers"), "group", "nominal", actor=DOCKERS),
            mention(span("Lindhaven"), span("Lindhaven"), "location", "name", place=LINDHAVEN),
            mention(span("Friday"), span("Friday"), "date", "name", time=FRIDAY),
            mention(span("union leader Ida Berg"), span("Ida Berg"), "person", "name", actor=BERG),
        ),
        actors=(
            Actor(id=DOCKERS, name="dockers in Lindhaven", kind="crowd"),
            Actor(id=BERG, name="Ida Berg", kind="person", aliases=("Ida Berg", "Berg"), offices=("union leader",)),
            Actor(id=OFFICIALS, name="two officials", kind="crowd"),
            Actor(id="UNO", name="United Nations", kind="organization", code="UNO"),
        ),
        places=(Place(id=LINDHAVEN, name="Lindhaven", lat=57.5, lon=11.0, precision="city"),),
        times=(
            Time(
                id=FRIDAY,
                span=span("Friday"),
                type="DATE",
                value="2021-03-05",
                begin="2021-03-05",
                end="2021-03-05",
                anchor="published",
            ),
        ),
        statements=(HEADLINE, ENDED, WON, UNBEATEN, OFFICIAL, DENIAL),
        events=(STRIKE_ENDS,),
        causal_claims=(CAUSE,),
        positions=(
            Position(
                id=position_id(STORY.id, BERG, "wage deal"),
                actor=BERG,
                issue="wage deal",
                stance="support",
                statement=(WON.id,),
                event=(STRIKE_ENDS.id,),
            ),
        ),
    )
