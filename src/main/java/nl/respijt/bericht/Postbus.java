package nl.respijt.bericht;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import nl.respijt.bericht.MailOntvanger.Afloop;
import nl.respijt.bericht.PostbusRepository.Stand;
import nl.respijt.instellingen.Instellingen.Imap;
import nl.respijt.kluis.Sha256;
import nl.respijt.tijd.Klok;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox that answers arrive in, every minute, one instance at a time. How far it came is in the database and
 * moves after what a mail does is there too, so that a crash between them shows the same mail again. What is for people
 * is left as it is.
 */
@Singleton
public final class Postbus {
    private static final Logger LOG = LoggerFactory.getLogger(Postbus.class);
    private static final Duration TUSSENPOOS = Duration.ofSeconds(60);
    private static final Duration AFSCHEID = Duration.ofSeconds(15);

    /** Longer than one mail can take, with all timeouts. */
    private static final Duration PACHT = Duration.ofMinutes(5);

    private static final String GEDULD_MS = "10000";
    private static final int IMAPS = 993;

    /** A mail that we stumble over so often is passed by: it must not keep all others waiting. */
    private static final int MEESTE_POGINGEN = 3;

    private final Optional<Imap> imap;
    private final PostbusRepository stand;
    private final List<MailOntvanger> ontvangers;
    private final Klok klok;

    private final ReentrantLock ronde = new ReentrantLock();
    private final CountDownLatch einde = new CountDownLatch(1);
    private volatile @Nullable Thread lus;

    private long gestruikeldOver;
    private int pogingen;

    Postbus(MailInstelling instelling, PostbusRepository stand, List<MailOntvanger> ontvangers, Klok klok) {
        this.imap = instelling.brievenbus();
        this.stand = stand;
        this.ontvangers = List.copyOf(ontvangers);
        this.klok = klok;
    }

    @EventListener
    void start(ServerStartupEvent gebeurtenis) {
        if (imap.isPresent()) {
            lus = Thread.ofVirtual().name("postbus").start(this::blijfLezen);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        einde.countDown();
        var draad = lus;
        if (draad != null && !draad.join(AFSCHEID)) {
            draad.interrupt();
        }
    }

    @SuppressWarnings("CatchingUnchecked") // the edge of a background job: whatever happens, mail is read again
    private void blijfLezen() {
        try {
            while (!einde.await(TUSSENPOOS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    leeg();
                } catch (Exception fout) {
                    LOG.error("the mailbox stands still for a moment", fout);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deals with all that arrived, unless another instance does; answers when that is done. */
    public void leeg() {
        ronde.lock();
        try {
            imap.ifPresent(this::leeg);
        } finally {
            ronde.unlock();
        }
    }

    private void leeg(Imap bus) {
        var lezer = UUID.randomUUID();
        var nu = echt();
        var gelezen = stand.neem(lezer, nu, nu.plus(PACHT));
        if (gelezen.isEmpty()) {
            return;
        }
        try (var winkel = verbind(bus);
                var map = winkel.getFolder("INBOX")) {
            map.open(Folder.READ_WRITE);
            if (map instanceof UIDFolder genummerd) {
                lees(map, genummerd, gelezen.get(), lezer);
            }
        } catch (MessagingException fout) {
            LOG.warn("the mailbox does not answer: {}", fout.getClass().getSimpleName());
        } finally {
            stand.laatLos(lezer);
        }
    }

    private void lees(Folder map, UIDFolder genummerd, Stand gelezen, UUID lezer) throws MessagingException {
        var geldigheid = genummerd.getUIDValidity();
        var vanaf = gelezen.geldigheid() == geldigheid ? gelezen.gelezenTot() : 0;
        for (var mail : genummerd.getMessagesByUID(vanaf + 1, UIDFolder.LASTUID)) {
            var uid = genummerd.getUID(mail);
            if (uid <= vanaf) {
                continue; // a mail server gives the last one when there is nothing newer
            }
            // Counted anew, what somebody has seen was dealt with.
            if (vanaf > 0 || !mail.isSet(Flags.Flag.SEEN)) {
                verwerk(mail, geldigheid, uid);
            }
            if (einde.getCount() == 0 || !stand.noteer(lezer, new Stand(geldigheid, uid), echt().plus(PACHT))) {
                LOG.info("{} is left to who reads on", map.getName());
                return;
            }
        }
    }

    private void verwerk(Message mail, long geldigheid, long uid) throws MessagingException {
        try {
            var inkomend = MailLezer.lees(mail, kenmerk(mail, geldigheid, uid));
            var gelezen = false;
            for (var ontvanger : ontvangers) {
                gelezen |= ontvanger.ontvang(inkomend) == Afloop.GELEZEN;
            }
            if (gelezen) {
                mail.setFlag(Flags.Flag.SEEN, true);
            }
        } catch (MessageRemovedException e) {
            LOG.debug("mail {} went while it was read", uid);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e; // the line is down, which is nothing of the mail
        } catch (MessagingException | RuntimeException fout) {
            if (!isGenoegGeprobeerd(uid)) {
                throw fout;
            }
            LOG.error("mail {} in the mailbox cannot be dealt with and is left there", uid, fout);
        }
    }

    private boolean isGenoegGeprobeerd(long uid) {
        pogingen = uid == gestruikeldOver ? pogingen + 1 : 1;
        gestruikeldOver = uid;
        return pogingen >= MEESTE_POGINGEN;
    }

    private static String kenmerk(Message mail, long geldigheid, long uid) throws MessagingException {
        var ids = mail.getHeader("Message-ID");
        var wat = "%d/%d/%d/%s".formatted(geldigheid, uid, mail.getSize(), ids == null ? "" : String.join(" ", ids));
        return Sha256.hex(wat);
    }

    private static Store verbind(Imap bus) throws MessagingException {
        var eigenschappen = new Properties();
        eigenschappen.setProperty("mail.imap.connectiontimeout", GEDULD_MS);
        eigenschappen.setProperty("mail.imap.timeout", GEDULD_MS);
        eigenschappen.setProperty("mail.imap.writetimeout", GEDULD_MS);
        eigenschappen.setProperty("mail.imap.ssl.enable", String.valueOf(bus.tls() && bus.poort() == IMAPS));
        eigenschappen.setProperty("mail.imap.starttls.enable", String.valueOf(bus.tls()));
        eigenschappen.setProperty("mail.imap.starttls.required", String.valueOf(bus.tls() && bus.poort() != IMAPS));
        eigenschappen.setProperty("mail.imap.ssl.checkserveridentity", "true");
        eigenschappen.setProperty("mail.imap.peek", "true"); // looking is not seeing
        var winkel = Session.getInstance(eigenschappen).getStore("imap");
        winkel.connect(
                bus.host(),
                bus.poort(),
                bus.inlog().gebruiker(),
                bus.inlog().wachtwoord().waarde());
        return winkel;
    }

    /** A lease is for machines: a demo that moves its clock does not end it. */
    private Instant echt() {
        return klok.echt().instant();
    }
}
