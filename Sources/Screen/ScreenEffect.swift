import Library
import News

/// What the screen wants done; the answer comes back as an event.
public enum ScreenEffect: Sendable, Hashable {
    /// Rows of a list.
    case load(ListRequest)
    /// Rows that are shown, as they are now.
    case reload([ArticleID])
    /// The length of a list.
    case count(ListScope)
    /// An article to read; the newest wish replaces the ones before.
    case open(ArticleID)
    /// The article with another of its texts.
    case openText(ArticleID, TextChoice)
    /// The page of an article that is being read, if its feed gave only the beginning; the answer is `completed`.
    case completeText(ArticleID)
    /// The page of an article, for its full text; the answer is `opened`.
    case fetchText(ArticleID)
    /// Pictures of the article that is being read, one after the other; the newest wish replaces the ones before. Each is
    /// answered by `picture`.
    case loadPictures([WebAddress], of: SourceID)
    /// How many articles of a list came on each of so many days, the last of which began at a moment.
    case countDays(ListScope, days: Int, today: Timestamp)
    /// What else there is to an article; the newest wish replaces the ones before.
    case relate(ArticleID)
    /// How far an article was read, in letters; 0 forgets it.
    case keepPlace(ArticleID, letters: Int)
    /// Marks on articles.
    case mark([ArticleID], MarkChange)
    /// Marks on all of a list.
    case markAll(ListScope, MarkChange)
    /// Remember that two articles have nothing to do with each other, or tell the same story; the second is the one that is
    /// read.
    case tell(StoryChange, ArticleID, beside: ArticleID)
    /// Follow a story, or no longer.
    case followStory(StoryID, Bool)
    /// An article to be looked at over the panes.
    case peek(ArticleID)
    /// Why articles are one story.
    case explainStory(StoryID)
    /// Take the last change of marks or stories back.
    case undo
    /// Make it again.
    case redo
    /// The stories, the newest first.
    case loadStories
    /// The tags of an article, or all there are.
    case loadTags(of: ArticleID?)
    /// Where the words of a query stand in articles.
    case excerpt([ArticleID], String)
    /// What the article said first.
    case compare(ArticleID)
    /// Open a link: here where it is in the archive.
    case follow(WebAddress)
    /// Open an address in the browser.
    case browse(WebAddress, inBackground: Bool)
    /// Give the article's text to a program.
    case pipe(ArticleID, [String])
    /// Write the article into a new file.
    case write(ArticleID, path: String)
    /// The sources and their counts.
    case loadSources
    /// What is unread in views.
    case countViews([ListScope])
    /// Another subscription, name, folder or saved query; the answers are `said` and `libraryChanged`.
    case change(SubscriptionChange)
    /// What there is to mute like an article.
    case suggestRules(ArticleID)
    /// A rule more or less.
    case changeRules(RuleChange)
    /// The rules.
    case loadRules
    /// Go on in the sample newsstand's library.
    case openSample
    /// News of sources; the answers are `refreshing` for each source and `refreshed` at the end.
    case refresh(RefreshChoice)
    /// Compare the articles that wait, for related news and stories.
    case compareWaiting
    /// No more of it.
    case cancelRefresh
    /// The sources that fail.
    case loadHealth
    /// The theme of this name is the person's from now on.
    case keepTheme(String)
    /// A text for the clipboard.
    case copy(String)
    /// Paint all anew.
    case redraw
    /// Give the terminal back to the shell for a while.
    case suspend
    /// The end.
    case quit
}
