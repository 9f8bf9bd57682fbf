package nl.respijt.kortverblijf;

import java.util.Optional;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.mantelzorger.Overdracht;
import org.jdbi.v3.core.Handle;

/** Where a carer wrote a handover sheet down before, for something else; a part above this one knows. */
public interface Overdrachtbron {
    Optional<Overdracht> van(Handle handle, MantelzorgerId wie);
}
