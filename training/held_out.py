"""The documents of GUM that are kept out of training. Takes nothing, gives names; training and evaluation read them."""

from __future__ import annotations

# GUM documents kept out of all training: the dev set of speakers and coreference (with what gum.devcarve holds of news
# and interviews).
SPEAKER_DEV = (
    "GUM_interview_chomsky",
    "GUM_interview_daly",
    "GUM_interview_dungeon",
    "GUM_interview_mckenzie",
    "GUM_interview_peres",
    "GUM_interview_shalev",
    "GUM_news_afghan",
    "GUM_news_clock",
    "GUM_news_expo",
    "GUM_news_imprisoned",
    "GUM_news_soccer",
    "GUM_news_taxes",
)
# And out of the training of coreference: of the first twelve genres by name, the first document by id
# that is left; the encoder has seen the syntax of most.
COREFERENCE_DEV = (
    "GUM_academic_art",
    "GUM_bio_bernoulli",
    "GUM_conversation_artist",
    "GUM_court_carpet",
    "GUM_essay_distraction",
    "GUM_fiction_claus",
    "GUM_interview_ants",
    "GUM_letter_conference",
    "GUM_news_crane",
    "GUM_podcast_addiction",
    "GUM_speech_albania",
    "GUM_textbook_alamo",
)
