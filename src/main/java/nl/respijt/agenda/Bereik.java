package nl.respijt.agenda;

/** Who may read a calendar: anyone, or only those who were given its address. */
public enum Bereik {
    OPENBAAR,
    PERSOONLIJK
}
