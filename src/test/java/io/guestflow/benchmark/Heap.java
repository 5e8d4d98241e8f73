package io.guestflow.benchmark;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The heap of another process, in MB of a million bytes. */
final class Heap implements AutoCloseable {

    private final JMXConnector connector;
    private final MBeanServerConnection beans;

    Heap(Process process) throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(String.valueOf(process.pid()));
        connector = JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()));
        beans = connector.getMBeanServerConnection();
        machine.detach();
    }

    /** What is in use after everything that can be was let go. */
    double live() throws IOException {
        MemoryMXBean memory = ManagementFactory.getPlatformMXBean(beans, MemoryMXBean.class);
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / 1e6;
    }

    /** The most that was in use, each pool by itself. */
    double peak() throws IOException {
        return ManagementFactory.getPlatformMXBeans(beans, MemoryPoolMXBean.class).stream().filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / 1e6;
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
