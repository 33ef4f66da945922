/// What a person says about stories, against what was worked out from the texts.
public enum StoryChange: Sendable, Hashable {
    /// Two articles have nothing to do with each other.
    case apart
    /// Two articles tell the same story.
    case together
    /// A story is followed, or no longer.
    case followed(Bool)
}

/// A change that a person made, of whichever kind: what the journal keeps and `undo` takes back.
public enum PersonalChange: Sendable, Hashable {
    /// Of articles' marks.
    case marks(MarkChange)
    /// Of stories.
    case stories(StoryChange)
}

/// What came of putting articles into one story.
public enum StoryJoining: Sendable, Hashable {
    /// So many articles have another story now; none where they were together already, or wait to be compared.
    case joined([ArticleID])
    /// A person said of articles of both stories that they have nothing to do with each other.
    case refused
}
