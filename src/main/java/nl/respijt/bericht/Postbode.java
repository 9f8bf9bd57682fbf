package nl.respijt.bericht;

/** Takes a mail to where it goes. */
interface Postbode {
    Bezorging bezorg(Mail mail);
}
