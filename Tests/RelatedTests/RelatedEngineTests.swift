import News
import Related
import Testing

@Suite struct RelatedEngineTests {}
