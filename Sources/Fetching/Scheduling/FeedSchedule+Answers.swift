import News

extension FeedSchedule {
    /// What is known after a whole feed was fetched and read.
    ///
    /// - Parameters:
    ///   - headers: The answer's header fields.
    ///   - keepsValidators: Not for a 226, whose validators stand for something that was never sent whole.
    ///   - reading: What the caller found in the body.
    ///   - moment: When, and by how much the next date is spread.
    /// - Returns: What to keep.
    func afterReading(
        headers: HeaderFields, keepsValidators: Bool, reading: Reading, moment: Moment
    ) -> FeedSchedule {
        var next = self
        next.validators = keepsValidators ? Validators(of: headers) : Validators()
        next.lastRead = moment.now
        next.hints = reading.hints
        next.lifetime = Freshness.lifetime(of: headers, now: moment.now)
        if reading.hasNews { next.noteChange(at: moment.now) }
        next.recover(moment)
        return next
    }

    /// What is known after a 304: all as before, and fresh again.
    func afterNotModified(headers: HeaderFields, moment: Moment) -> FeedSchedule {
        var next = self
        next.validators = validators.renewed(by: headers)
        next.lifetime = Freshness.lifetime(of: headers, now: moment.now) ?? lifetime
        next.recover(moment)
        return next
    }

    /// What is known after a failure: validators, hints and history stay, and the feed is asked less and
    /// less.
    func afterFailure(_ failure: FetchFailure, moment: Moment) -> FeedSchedule {
        guard !failure.kind.isOurs else { return self }
        var next = self
        next.lastAsked = moment.now
        next.failures = min(failures, 1000) + 1
        next.trouble = Line(failure.description)
        next.isGone = failure.kind == .gone
        let first = failure.kind.reachedServer ? Limits.firstBackoff : Limits.firstBackoffUnreached
        let backoff = min(first << min(Int64(next.failures) - 1, 10), Limits.longestBackoff)
        next.due = moment.now.advanced(by: min(backoff + moment.jitter(of: backoff), Limits.longestBackoff))
        next.reason = .failed(times: next.failures)
        if case .status(let status, let retryAfter?) = failure.kind, status == 429 || status == 503 {
            let asked = moment.spread(stated: retryAfter)
            if let due = next.due, moment.now.advanced(by: asked) >= due {
                next.due = moment.now.advanced(by: asked)
                next.reason = .askedToWait(status: status)
            }
        }
        return next
    }

    /// The end of every good answer: no failures, and a date to come back.
    private mutating func recover(_ moment: Moment) {
        lastAsked = moment.now
        failures = 0
        trouble = nil
        isGone = false
        let usual = adaptiveInterval(at: moment.now)
        var wait = max(Limits.floor, usual + moment.jitter(of: usual))
        reason = .usual
        let published = max(Int64(clamping: hints.timeToLive ?? 0).clampedMinutes, hints.statedInterval)
        for (seconds, why) in [(lifetime ?? 0, WaitReason.fresh), (published, .feedSaysSo)] where seconds > 0
        {
            let stated = moment.spread(stated: seconds)
            if stated > wait { (wait, reason) = (stated, why) }
        }
        due = moment.now.advanced(by: wait)
    }

    private mutating func noteChange(at now: Timestamp) {
        if let lastChanged, now > lastChanged {
            let gap = now - lastChanged
            // A third of the new, two thirds of the old: one late article does not make a slow feed.
            usualGap =
                usualGap.map { ($0 * 2 + gap) / 3 } ?? (Limits.usualInterval * Limits.silenceShare + gap) / 2
        }
        lastChanged = now
    }
}

extension UpdateHints {
    /// `sy:updatePeriod`, within eight days.
    fileprivate var statedInterval: Int64 {
        min(max(0, Int64(clamping: updateInterval ?? 0)), Limits.longestWait)
    }
}

extension Int64 {
    /// Minutes as seconds, within eight days.
    fileprivate var clampedMinutes: Int64 { Swift.min(Swift.max(0, self), Limits.longestWait / 60) * 60 }
}
