package nl.respijt.agenda;

/** What a calendar file asks of its reader (RFC 5546): to keep what stands in it, to answer it, or to take it out. */
public enum Methode {
    PUBLISH,
    REQUEST,
    CANCEL;

    /** A file in which nothing stands any more takes itself out of the calendar it was put in. */
    public static Methode van(Agenda agenda) {
        var isOver = !agenda.items().isEmpty() && agenda.items().stream().allMatch(AgendaItem::isVervallen);
        return isOver ? CANCEL : PUBLISH;
    }

    /** A mail program wants to know before it opens the file. */
    public String mediatype() {
        return "text/calendar; charset=utf-8; method=" + name();
    }
}
